package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// The schema of `docs/learn.schema.json`, as it is or stricter.
record JsonSchema(JsonNode definitions, Schema schema) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonSchema published() throws IOException {
        return of(JSON.readTree(Files.readString(Path.of("../docs/learn.schema.json"))));
    }

    /// For what is said today: no member that is not documented.
    JsonSchema withoutOthers() {
        return stricter(false);
    }

    /// For records in which nothing is missing: all members that are documented, and no other.
    JsonSchema complete() {
        return stricter(true);
    }

    void accepts(String line) {
        // One of the definitions, not the choice among them, whose refusal would say what is wrong with every kind.
        String kind = parse(line).path("kind").asText();
        assertThat(definitions.path("$defs").has(kind))
                .as("docs/learn.schema.json has no definition of the kind \"%s\"", kind)
                .isTrue();
        assertThat(of(withRoot(kind)).schema.validate(parse(line))).as(line).isEmpty();
        assertThat(schema.validate(parse(line))).as(line).isEmpty();
    }

    void rejects(JsonNode line) {
        assertThat(schema.validate(line)).as(line.toString()).isNotEmpty();
    }

    /// Every member that is named anywhere.
    Set<String> members() {
        Set<String> names = new TreeSet<>();
        definitions.findParents("required").stream()
                .filter(JsonSchema::isOfObject)
                .forEach(object -> object.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
    }

    static ObjectNode parse(String line) {
        try {
            return (ObjectNode) JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }

    private static JsonSchema of(JsonNode definitions) {
        return new JsonSchema(
                definitions,
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(definitions));
    }

    private JsonNode withRoot(String kind) {
        ObjectNode only = definitions.deepCopy();
        only.remove("oneOf");
        return only.put("$ref", "#/$defs/" + kind);
    }

    private JsonSchema stricter(boolean all) {
        JsonNode copy = definitions.deepCopy();
        for (JsonNode object : copy.findParents("required")) {
            if (isOfObject(object)) {
                ((ObjectNode) object).put("additionalProperties", false);
                if (all) {
                    ArrayNode required = ((ObjectNode) object).putArray("required");
                    object.path("properties").fieldNames().forEachRemaining(required::add);
                }
            }
        }
        return of(copy);
    }

    private static boolean isOfObject(JsonNode node) {
        return node.path("type").asText().equals("object");
    }
}
