package io.memcmp.agreement;

import jdk.jfr.Event;

/** Classes whose layouts are hard to get right; compiled for Java 17. */
final class LayoutSamples {
    private LayoutSamples() {}

    static class Empty {}

    static class Node {
        int value;
        Node next;
    }

    static class Base {
        long id;
        byte flag;
    }

    static class Gap extends Base {
        short small;
        Object reference;
        int count;
    }

    static class Deeper extends Gap {
        byte tail;
        long end;
    }

    static class Deepest extends Deeper {
        boolean a;
        char b;
        float c;
        double d;
        Object e;
    }

    static class Hollow extends Empty {}

    static class UnderHollow extends Hollow {
        byte one;
    }

    static class ReferenceFirst {
        Object reference;
        byte flag;
    }

    static class ReferenceThen extends ReferenceFirst {
        byte b;
        Object other;
        int i;
    }

    static class AllKinds {
        boolean z;
        byte b;
        char c;
        short s;
        int i;
        float f;
        long l;
        double d;
        Object r;
    }

    static class AllKindsTwice extends AllKinds {
        boolean z2;
        byte b2;
        char c2;
        short s2;
        int i2;
        float f2;
        long l2;
        double d2;
        Object r2;
    }

    static class OneByte {
        byte a;
    }

    static class Bytes {
        byte a;
        byte b;
        byte c;
    }

    static class Short1 extends Bytes {
        short s;
    }

    static class Int1 extends Short1 {
        int i;
    }

    static class Long1 extends Int1 {
        long l;
    }

    static class Shadow extends Node {
        int value;
        Node next;
    }

    static class FiveReferences {
        Object a;
        Object b;
        Object c;
        Object d;
        Object e;
    }

    static class ManyBytes extends FiveReferences {
        byte b0;
        byte b1;
        byte b2;
        byte b3;
        byte b4;
        byte b5;
        byte b6;
        byte b7;
        byte b8;
        byte b9;
        short s;
        long l;
    }

    static class MyEvent extends Event {
        int count;
    }

    static class MyNextEvent extends MyEvent {
        long more;
        byte last;
    }

    static class MyThread extends Thread {
        byte small;
        long large;
    }

    static class MyError extends InternalError {
        private static final long serialVersionUID = 1L;
        int code;
    }

    abstract static class MyLoader extends ClassLoader {
        int loaded;
    }

    static class MyLoaderBelow extends MyLoader {
        byte state;
    }

    record Point(int x, int y) {}

    record Mixed(byte a, long b, Object c, short d) {}

    record Nothing() {}

    enum Colour {
        RED,
        GREEN {
            @Override
            int shade() {
                return 1;
            }
        };
        int shade;

        int shade() {
            return shade;
        }
    }

    class Inner {
        int value;
    }
}
