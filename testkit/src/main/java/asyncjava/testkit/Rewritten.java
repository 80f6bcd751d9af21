package asyncjava.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.function.Predicate;

/// The classes of one package, loaded anew and some of them changed on the way: an answer, and the code
/// that tries it, in which pauses stand where a schedule may change turns, or in which time runs faster.
/// All other classes are those that everybody has.
public final class Rewritten extends ClassLoader {

    private final ClassFile classFile;
    private final String itsPackage;
    private final Predicate<ClassModel> isChanged;
    private final ClassTransform change;

    /// @param one a class of the package
    /// @param isChanged which are changed, and not only loaded anew
    public Rewritten(Class<?> one, Predicate<ClassModel> isChanged, ClassTransform change) {
        super(one.getClassLoader());
        classFile = ClassFile.of(
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(one.getClassLoader())));
        itsPackage = one.getPackageName() + ".";
        this.isChanged = isChanged;
        this.change = change;
    }

    /// The only constructor of the class that has this name here.
    public Constructor<?> constructor(Class<?> type) throws ClassNotFoundException {
        Constructor<?> only = loadClass(type.getName()).getDeclaredConstructors()[0];
        only.setAccessible(true);
        return only;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(itsPackage)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Optional<Class<?>> loaded = Optional.ofNullable(findLoadedClass(name));
            return loaded.isPresent() ? loaded.get() : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            ClassModel model = classFile.parse(bytes);
            byte[] defined = isChanged.test(model) ? classFile.transformClass(model, change) : bytes;
            return defineClass(name, defined, 0, defined.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
