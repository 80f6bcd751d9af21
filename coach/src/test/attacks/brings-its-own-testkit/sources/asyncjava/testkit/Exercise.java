package asyncjava.testkit;

public @interface Exercise {}
