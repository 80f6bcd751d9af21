package asyncjava.requests;

/// Who is told how far downloads have come.
interface Progress extends AutoCloseable {

    /// Tells nobody.
    Progress NONE = new Progress() {
        @Override
        public OfFile begin(String name) {
            return _ -> {};
        }

        @Override
        public void close() {}
    };

    /// A file's download begins.
    OfFile begin(String name);

    /// Nothing more will come. What is told afterwards is lost.
    @Override
    void close();

    /// One file's.
    @FunctionalInterface
    interface OfFile extends AutoCloseable {

        /// More of it has come.
        void add(long bytes);

        /// How long it will be is known now; never called where the server does not say.
        default void expect(long bytes) {}

        /// It has ended, well or not.
        @Override
        default void close() {}
    }
}
