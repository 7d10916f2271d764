package io.imagehandler.transformation;

/// The whole numbers from `least` to `most`, both included.
record Range(int least, int most) {

    boolean contains(long value) {
        return least <= value && value <= most;
    }

    /// @throws IllegalArgumentException if `value` is outside
    void require(int value, String name) {
        if (!contains(value)) {
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + most + " but is " + value);
        }
    }

    /// As the language's errors write it: `1..16384`.
    @Override
    public String toString() {
        return least + ".." + most;
    }
}
