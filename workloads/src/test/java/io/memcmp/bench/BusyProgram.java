package io.memcmp.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that is worth recording: threads that allocate objects of twelve shapes from thousands of different call
 * paths, keep some of them, and now and then wait for each other. It works until its standard input is closed, on Java
 * 17 and later.
 */
final class BusyProgram implements Runnable {
    private static final int SHAPES = 12;
    private static final int LEAST_DEPTH = 8;
    private static final int MOST_DEPTH = 48;
    private static final int KEPT = 4096;
    private static final Object LOCK = new Object();
    private static volatile boolean over;
    /** Keeps the compiler from leaving the work out. */
    private static volatile long sink;

    private final Random random;
    private final int paths;
    private final long restNanos;
    private final Object[] kept = new Object[KEPT];

    private BusyProgram(int seed, int paths, long restNanos) {
        this.random = new Random(seed);
        this.paths = paths;
        this.restNanos = restNanos;
    }

    /**
     * {@code BusyProgram THREADS PATHS REST_MICROS}: how many threads, how many call paths there are, and how long a
     * thread rests after a hundred allocations.
     *
     * @param args as above
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            var program = new BusyProgram(i, Integer.parseInt(args[1]), 1000 * Long.parseLong(args[2]));
            var thread = new Thread(program, "busy-" + i);
            threads.add(thread);
            thread.start();
        }
        while (System.in.read() >= 0) {
            // whoever started this closes the stream when there is enough
        }
        over = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    @Override
    public void run() {
        for (long turn = 0; !over; turn++) {
            int path = random.nextInt(paths);
            var made = start(path);
            if (random.nextInt(8) == 0) {
                kept[random.nextInt(KEPT)] = made;
            }
            if (turn % 100 == 0) {
                together();
                if (restNanos > 0) {
                    LockSupport.parkNanos(restNanos);
                }
            }
        }
    }

    private static void together() {
        synchronized (LOCK) {
            long sum = sink;
            for (int i = 0; i < 2000; i++) {
                sum = 31 * sum + i;
            }
            sink = sum;
        }
    }

    /** The path decides its own depth, its turnings and what is made at its end. */
    private Object start(int path) {
        int depth = LEAST_DEPTH + path % (MOST_DEPTH - LEAST_DEPTH + 1);
        return step(new Random(path).nextLong(), depth, path % SHAPES);
    }

    private Object step(long turnings, int left, int shape) {
        if (left <= 0) {
            return make(shape);
        }
        long rest = Long.rotateRight(turnings, 2);
        return switch ((int) (turnings & 3)) {
            case 0 -> north(rest, left - 1, shape);
            case 1 -> east(rest, left - 1, shape);
            case 2 -> south(rest, left - 1, shape);
            default -> west(rest, left - 1, shape);
        };
    }

    private Object north(long turnings, int left, int shape) {
        return step(turnings, left - 1, shape);
    }

    private Object east(long turnings, int left, int shape) {
        return step(turnings, left - 1, shape);
    }

    private Object south(long turnings, int left, int shape) {
        return step(turnings, left - 1, shape);
    }

    private Object west(long turnings, int left, int shape) {
        return step(turnings, left - 1, shape);
    }

    private Object make(int shape) {
        return switch (shape) {
            case 0 -> new byte[16 + random.nextInt(2000)];
            case 1 -> new int[16 + random.nextInt(500)];
            case 2 -> new long[16 + random.nextInt(250)];
            case 3 -> new char[16 + random.nextInt(1000)];
            case 4 -> text();
            case 5 -> list();
            case 6 -> map();
            case 7 -> linked();
            case 8 -> points();
            case 9 -> new double[8][16];
            case 10 -> new Object[16 + random.nextInt(250)];
            default -> boxes();
        };
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(random.nextInt()).append(' ');
        }
        return text.toString();
    }

    private List<Integer> list() {
        var list = new ArrayList<Integer>();
        for (int i = 0; i < 50; i++) {
            list.add(random.nextInt());
        }
        return list;
    }

    private Map<Integer, String> map() {
        var map = new HashMap<Integer, String>();
        for (int i = 0; i < 20; i++) {
            map.put(random.nextInt(), "value");
        }
        return map;
    }

    private Queue<Long> linked() {
        var queue = new ArrayDeque<Long>();
        for (int i = 0; i < 30; i++) {
            queue.add(random.nextLong());
        }
        return queue;
    }

    private record Point(double x, double y) {}

    private Point[] points() {
        var points = new Point[40];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(i, random.nextDouble());
        }
        return points;
    }

    private Double[] boxes() {
        var boxes = new Double[60];
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] = random.nextDouble();
        }
        return boxes;
    }
}
