package io.memcmp.analysis.heapdump;

/** Why an object is alive by itself. */
enum RootKind {
    UNKNOWN(0xff, "unknown root", 0, 0),
    JNI_GLOBAL(0x01, "JNI global", 1, 0),
    JNI_LOCAL(0x02, "JNI local", 0, 8),
    JAVA_FRAME(0x03, "thread stack", 0, 8),
    NATIVE_STACK(0x04, "native stack", 0, 4),
    STICKY_CLASS(0x05, "system class", 0, 0),
    THREAD_BLOCK(0x06, "thread block", 0, 4),
    MONITOR_USED(0x07, "busy monitor", 0, 0),
    THREAD(0x08, "thread", 0, 8),
    /** No record of the dump: a class of the loaders whose classes HotSpot never unloads. */
    PERMANENT_CLASS(-1, "class that is never unloaded", 0, 0);

    private final int tag;
    private final String text;
    private final int identifiers;
    private final int bytes;

    RootKind(int tag, String text, int identifiers, int bytes) {
        this.tag = tag;
        this.text = text;
        this.identifiers = identifiers;
        this.bytes = bytes;
    }

    int tag() {
        return tag;
    }

    /** {@return what it is, for people} */
    String text() {
        return text;
    }

    /** {@return bytes of the record behind the object's identifier} */
    int rest(int identifierBytes) {
        return identifiers * identifierBytes + bytes;
    }
}
