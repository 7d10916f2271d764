package io.imagehandler.engine.thumbnailator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BufferInputTest {

    @Test
    void readsByteByByteUpToTheEnd() throws IOException {
        try (var input = new BufferInput(ByteBuffer.wrap(new byte[] {0, 7, -1}).position(1))) {
            assertThat(input.readByte()).isEqualTo((byte) 7);
            assertThat(input.readByte()).isEqualTo((byte) -1);
            assertThatThrownBy(input::readByte).isInstanceOf(EOFException.class);
        }
    }

    /// A decoder may ask millions of times.
    @Test
    void saysCheaplyThatThereIsNoMore() throws IOException {
        try (var input = new BufferInput(ByteBuffer.allocate(0))) {
            assertThatThrownBy(input::readByte)
                    .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
        }
    }
}
