package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.LeakSuspects.Holder;
import io.memcmp.analysis.heapdump.LeakSuspects.Holder.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds who keeps what has piled up: classes, threads and loaders, or what else is a root. */
final class Holders {
    /** No more are told. */
    private static final int MOST = 5;

    /** Who keeps fewer than one for so many that another keeps is not told. */
    private static final int RARE = 10;

    private final HeapDump dump;
    private final Kinds kinds;

    Holders(HeapDump dump, Kinds kinds) {
        this.dump = dump;
        this.kinds = kinds;
    }

    /** Somebody who keeps something, and the object through which it does: what it dominates on the way to it. */
    private record Hold(int holder, int through) {}

    /** Who keeps a pile, and one of its objects that the first of them keeps; {@link HeapDump#NONE} where any will do. */
    record Kept(List<Holder> holders, int example) {}

    /** Index of the last object on the way that keeps things on behalf of the program; −1 where there is none. */
    int onTheWay(Pileup pileup) {
        for (int index = pileup.way().size() - 1; index >= 0; index--) {
            if (kinds.holds(pileup.way().get(index).kind())) {
                return index;
            }
        }
        return -1;
    }

    /** Holders of each, in the order of the list. */
    List<Kept> of(List<Pileup> pileups) throws IOException {
        var holds = new ArrayList<Map<Hold, Integer>>(); // with an object that each keeps
        var unknown = new ArrayList<Referrers.Target>();
        for (var pileup : pileups) {
            var direct = direct(pileup);
            holds.add(new LinkedHashMap<>());
            direct.ifPresent(hold -> holds.getLast().put(hold, HeapDump.NONE));
            unknown.add(direct.isEmpty() ? target(pileup) : Referrers.Target.NOTHING);
        }
        if (unknown.stream().anyMatch(target -> !target.equals(Referrers.Target.NOTHING))) {
            addReferrers(holds, unknown);
        }
        return named(holds);
    }

    private Optional<Hold> direct(Pileup pileup) {
        var way = pileup.way();
        int index = onTheWay(pileup);
        if (index >= 0) {
            int through = pileup.after(index).map(Front::example).orElse(HeapDump.NONE);
            return Optional.of(new Hold(way.get(index).example(), through));
        }
        boolean threads = way.isEmpty() && kinds.isThread(pileup.last().kind());
        return threads ? Optional.of(new Hold(pileup.last().example(), HeapDump.NONE)) : Optional.empty();
    }

    /** The object that the roots dominate directly, or those of its class where it is many. */
    private static Referrers.Target target(Pileup pileup) {
        return pileup.way().isEmpty()
                ? new Referrers.Target(
                        HeapDump.NONE, pileup.last().kind(), pileup.last().instances())
                : new Referrers.Target(pileup.way().getFirst().example(), HeapDump.NONE, 1);
    }

    private void addReferrers(List<Map<Hold, Integer>> holds, List<Referrers.Target> targets) {
        var references = new Referrers(dump, targets).find();
        for (int i = 0; i < holds.size(); i++) {
            Map<Hold, List<Referrers.Reference>> by = new LinkedHashMap<>();
            for (var reference : references.get(i)) {
                var hold = hold(reference.from());
                boolean own = hold.holder() == targets.get(i).object()
                        || dump.classOf(hold.holder()) == targets.get(i).kind();
                if (!own) {
                    by.computeIfAbsent(hold, _ -> new ArrayList<>()).add(reference);
                }
            }
            int most = by.values().stream().mapToInt(List::size).max().orElse(0);
            var into = holds.get(i);
            by.entrySet().stream()
                    .filter(entry -> RARE * entry.getValue().size() >= most)
                    .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                    .limit(MOST)
                    .forEach(entry ->
                            into.put(entry.getKey(), entry.getValue().getFirst().to()));
        }
    }

    /** Who keeps an object: the nearest class, thread or loader above it, else what the roots dominate directly. */
    private Hold hold(int object) {
        int at = object;
        int below = HeapDump.NONE;
        for (int steps = 0; steps < Referrers.FAR; steps++) {
            int above = dump.dominatorOf(at);
            if (kinds.holds(dump.classOf(at)) || above == HeapDump.NONE) {
                break;
            }
            below = at;
            at = above;
        }
        return new Hold(at, below);
    }

    private List<Kept> named(List<Map<Hold, Integer>> holds) throws IOException {
        var classes = holds.stream()
                .flatMap(each -> each.keySet().stream())
                .map(Hold::holder)
                .filter(object -> kinds.isClass(dump.classOf(object)))
                .collect(Collectors.toSet());
        var contents = dump.contents(classes, 0);
        var kept = new ArrayList<Kept>();
        for (var each : holds) {
            var holders = new ArrayList<Holder>();
            each.keySet().forEach(hold -> holders.add(holder(hold, contents)));
            kept.add(new Kept(holders, each.values().stream().findFirst().orElse(HeapDump.NONE)));
        }
        return kept;
    }

    private Holder holder(Hold hold, Map<Integer, ObjectContents> contents) {
        int kind = dump.classOf(hold.holder());
        var name = dump.nameOf(hold.holder());
        if (kinds.isClass(kind)) {
            var field = Optional.ofNullable(contents.get(hold.holder())).flatMap(statics -> field(statics, hold));
            return new Holder(Kind.CLASS, hold.holder(), name, field);
        }
        var known = kinds.isThread(kind) ? Kind.THREAD : kinds.isLoader(kind) ? Kind.LOADER : Kind.OBJECT;
        return new Holder(known, hold.holder(), name, Optional.empty());
    }

    private static Optional<String> field(ObjectContents statics, Hold hold) {
        return statics.slots().stream()
                .filter(slot -> slot.target() != HeapDump.NONE && slot.target() == hold.through())
                .map(ObjectContents.Slot::name)
                .filter(name -> !name.startsWith("<")) // what the virtual machine keeps beside the fields
                .findFirst();
    }

    /** What the roots dominate may be alive by itself, too; or it is not known who keeps it. */
    List<Holder> withRoot(Kept kept, Pileup pileup, List<PathStep> path) {
        boolean alive = !path.isEmpty()
                && onTheWay(pileup) < 0
                && !pileup.way().isEmpty()
                && path.getFirst().object() == pileup.way().getFirst().example();
        var holders = new ArrayList<>(kept.holders());
        if (alive || holders.isEmpty()) {
            path.stream()
                    .findFirst()
                    .map(step -> new Holder(Kind.ROOT, step.object(), step.reference(), Optional.empty()))
                    .ifPresent(holders::add);
        }
        return holders;
    }
}
