package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** Numbers as the HPROF format writes them, the highest byte first. */
final class Bytes {
    private final int idBytes;
    private byte[] array = new byte[1 << 10];
    private int size;

    Bytes(int idBytes) {
        this.idBytes = idBytes;
    }

    Bytes u1(int value) {
        return number(value, 1);
    }

    Bytes u2(int value) {
        return number(value, 2);
    }

    Bytes u4(long value) {
        return number(value, 4);
    }

    Bytes u8(long value) {
        return number(value, 8);
    }

    Bytes id(long value) {
        return number(value, idBytes);
    }

    Bytes raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, array, size, bytes.length);
        size += bytes.length;
        return this;
    }

    Bytes raw(Bytes bytes) {
        return raw(bytes.toArray());
    }

    private Bytes number(long value, int bytes) {
        room(bytes);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            array[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    private void room(int bytes) {
        if (array.length - size < bytes) {
            array = Arrays.copyOf(array, Math.max(size + bytes, 2 * array.length));
        }
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(array, size);
    }
}
