import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** Keeps memory in one way after the other, and each time writes a dump of its heap: {@code Hoards DIRECTORY WAY…}. */
public final class Hoards {
    private static final int KIBIBYTES = 12_000;

    private static final List<Thread> THREADS = new ArrayList<>();

    private Hoards() {}

    static final class Cache {
        static final Map<Integer, byte[]> ENTRIES = new HashMap<>();
    }

    static final class Left {
        static final List<byte[]> LEFT = new ArrayList<>();
    }

    static final class Right {
        static final List<byte[]> RIGHT = new ArrayList<>();
    }

    static final class Sessions {
        static final ArrayList<Session> ALL = new ArrayList<>();
    }

    static final class Session {
        long begun = 1;
        long seen = 2;
    }

    static final class Link {
        static Link first;
        Link next;
        long value;

        Link(Link next) {
            this.next = next;
        }
    }

    static final class Question {
        static Question last;
        final Answer answer;

        Question(Answer answer) {
            this.answer = answer;
        }
    }

    static final class Answer {
        final Question question;

        Answer(Question question) {
            this.question = question;
        }
    }

    static final class Index {
        static final TreeMap<Integer, Integer> INDEX = new TreeMap<>();
    }

    static final class Image {
        static byte[] pixels;
    }

    static final class Local {
        static final ThreadLocal<List<byte[]>> BYTES = ThreadLocal.withInitial(ArrayList::new);
    }

    public static void main(String[] args) throws Exception {
        for (int i = 1; i < args.length; i++) {
            var done = new CountDownLatch(1);
            Object onTheStack = keep(args[i], done);
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(args[0] + "/" + args[i] + ".hprof", true);
            done.countDown();
            if (onTheStack.hashCode() == 0) {
                System.out.println("so that it is alive until here");
            }
            forget();
        }
    }

    private static void forget() throws InterruptedException {
        Cache.ENTRIES.clear();
        Left.LEFT.clear();
        Right.RIGHT.clear();
        Sessions.ALL.clear();
        Sessions.ALL.trimToSize();
        Link.first = null;
        Question.last = null;
        Index.INDEX.clear();
        Image.pixels = null;
        for (var thread : THREADS) {
            thread.join();
        }
        THREADS.clear();
    }

    private static Object keep(String way, CountDownLatch done) throws InterruptedException {
        switch (way) {
            case "cache" -> {
                for (int i = 0; i < KIBIBYTES; i++) {
                    Cache.ENTRIES.put(i, new byte[1024]);
                }
            }
            case "twins" -> {
                Left.LEFT.addAll(kibibytes(KIBIBYTES));
                Right.RIGHT.addAll(Left.LEFT);
            }
            case "sessions" -> {
                for (int i = 0; i < 400_000; i++) {
                    Sessions.ALL.add(new Session());
                }
            }
            case "chain" -> {
                for (int i = 0; i < 400_000; i++) {
                    Link.first = new Link(Link.first);
                }
            }
            case "alternating" -> {
                for (int i = 0; i < 300_000; i++) {
                    Question.last = new Question(new Answer(Question.last));
                }
            }
            case "tree" -> {
                for (int i = 0; i < 200_000; i++) {
                    Index.INDEX.put(i, i % 100);
                }
            }
            case "array" -> Image.pixels = new byte[12 << 20];
            case "stack" -> {
                return kibibytes(KIBIBYTES);
            }
            case "thread" -> start(KIBIBYTES, done);
            case "threads" -> {
                for (int i = 0; i < 40; i++) {
                    start(KIBIBYTES / 40, done);
                }
            }
            case "nothing" -> {}
            default -> throw new IllegalArgumentException(way);
        }
        return way;
    }

    private static List<byte[]> kibibytes(int count) {
        var list = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            list.add(new byte[1024]);
        }
        return list;
    }

    private static void start(int count, CountDownLatch done) throws InterruptedException {
        var ready = new CountDownLatch(1);
        var thread = new Thread(() -> {
            Local.BYTES.get().addAll(kibibytes(count));
            ready.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        THREADS.add(thread);
        ready.await();
    }
}
