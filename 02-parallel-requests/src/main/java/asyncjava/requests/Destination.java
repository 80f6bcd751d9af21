package asyncjava.requests;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where a body goes.
interface Destination {

    /// Takes a body and forgets it.
    Destination NOWHERE = () -> new Sink() {
        @Override
        public void expect(int status, long length) {}

        @Override
        public void write(ByteBuffer piece) {}

        @Override
        public void finish() {}

        @Override
        public void abandon() {}
    };

    /// Begins to take one body.
    Sink open();

    /// Whether writing may wait, as for a disk, and so has no place on an event loop.
    default boolean blocks() {
        return false;
    }

    /// Takes the pieces of one body in their order, called by one thread after another, never by two at once. It ends
    /// with [#finish()] or with [#abandon()].
    interface Sink {

        /// The headers have come.
        ///
        /// @param length how long the body will be; -1 when the server does not say
        /// @throws IOException when there is no use in the body
        void expect(int status, long length) throws IOException;

        void write(ByteBuffer piece) throws IOException;

        /// That was all of it.
        void finish() throws IOException;

        /// There will not be more, and what there is is of no use.
        void abandon();
    }
}
