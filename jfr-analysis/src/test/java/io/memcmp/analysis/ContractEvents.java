package io.memcmp.analysis;

import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The events of docs/recording-contract.md, as the probe writes them. */
final class ContractEvents {
    private ContractEvents() {}

    @Name("memcmp.Phase")
    @StackTrace(false)
    static final class Phase extends Event {
        String name;

        Phase(String name) {
            this.name = name;
        }
    }

    @Name("memcmp.Snapshot")
    @StackTrace(false)
    static final class Totals extends Event {
        String point;
        long processCpu;
        long allocated;
        long peakResident;
        long proportional;

        Totals(String point, long processCpu, long allocated, long peakResident, long proportional) {
            this.point = point;
            this.processCpu = processCpu;
            this.allocated = allocated;
            this.peakResident = peakResident;
            this.proportional = proportional;
        }
    }

    @Name("memcmp.ThreadCpu")
    @StackTrace(false)
    static final class ThreadCpu extends Event {
        String point;
        String thread;
        int threads = 1;
        long cpu;

        ThreadCpu(String point, String thread, long cpu) {
            this.point = point;
            this.thread = thread;
            this.cpu = cpu;
        }
    }

    @Name("memcmp.Hiccups")
    @StackTrace(false)
    static final class Hiccups extends Event {
        String point;
        long interval = 5_000_000;
        long count;
        long excess;
        long maximum;

        Hiccups(String point, long count, long excess, long maximum) {
            this.point = point;
            this.count = count;
            this.excess = excess;
            this.maximum = maximum;
        }
    }

    @Name("memcmp.LiveSet")
    @StackTrace(false)
    static final class LiveSet extends Event {
        String point;
        long instances;
        long bytes;
        long filler;
        long heapUsed;

        LiveSet(String point, long bytes, long heapUsed) {
            this.point = point;
            this.bytes = bytes;
            this.heapUsed = heapUsed;
        }
    }

    @Name("memcmp.ClassCount")
    @StackTrace(false)
    static final class ClassCount extends Event {
        String point;
        String className;
        long instances;
        long bytes;

        ClassCount(String point, String className, long instances, long bytes) {
            this.point = point;
            this.className = className;
            this.instances = instances;
            this.bytes = bytes;
        }
    }

    @Name("memcmp.Result")
    @StackTrace(false)
    static final class Result extends Event {
        String workload = "linked-list";
        String parameters = "nodes=1000";
        long operations = 1000;
        long payload = 4000;
        long allocated = 24_000;
        long live = -1;
        boolean passed = true;
        String check = "sum of values";
    }

    @Name("memcmp.Node")
    @StackTrace(false)
    static final class Node extends Event {
        @Nullable
        String className;

        String fields;
        long instances;
        long payload;
        long size;

        Node(String className, String fields, long instances, long payload, long size) {
            this.className = className;
            this.fields = fields;
            this.instances = instances;
            this.payload = payload;
            this.size = size;
        }
    }

    @Name("memcmp.OutOfMemory")
    @StackTrace(false)
    static final class OutOfMemory extends Event {
        long elapsed;
        long operations;

        OutOfMemory(long elapsed, long operations) {
            this.elapsed = elapsed;
            this.operations = operations;
        }
    }
}
