module sum {}
