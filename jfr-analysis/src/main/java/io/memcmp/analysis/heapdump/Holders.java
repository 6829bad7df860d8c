package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.LeakSuspects.Holder;
import io.memcmp.analysis.heapdump.LeakSuspects.Holder.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds who keeps what has piled up: classes, threads and loaders, or what else is a root. */
final class Holders {
    /** No more are told. */
    private static final int MOST = 5;

    private final HeapDump dump;
    private final Kinds kinds;

    Holders(HeapDump dump, Kinds kinds) {
        this.dump = dump;
        this.kinds = kinds;
    }

    /** Somebody who keeps something, and the object through which it does: what it dominates on the way to it. */
    private record Hold(int holder, int through) {}

    /** Index of the last object on the way that keeps things on behalf of the program; −1 where there is none. */
    int onTheWay(Pileup pileup) {
        for (int index = pileup.way().size() - 1; index >= 0; index--) {
            if (kinds.holds(pileup.way().get(index).kind())) {
                return index;
            }
        }
        return -1;
    }

    /** Holders of each, in the order of the list, as are the paths to each. */
    List<List<Holder>> of(List<Pileup> pileups, List<List<PathStep>> paths) throws IOException {
        var holds = new ArrayList<Set<Hold>>();
        var unknown = new ArrayList<Referrers.Target>();
        for (var pileup : pileups) {
            var direct = direct(pileup);
            holds.add(new LinkedHashSet<>(direct));
            unknown.add(direct.isEmpty() ? target(pileup) : Referrers.Target.NOTHING);
        }
        if (unknown.stream().anyMatch(target -> !target.equals(Referrers.Target.NOTHING))) {
            addReferrers(holds, unknown);
        }
        var named = named(holds);
        for (int i = 0; i < named.size(); i++) {
            addRoot(named.get(i), paths.get(i), pileups.get(i));
        }
        return named;
    }

    private Optional<Hold> direct(Pileup pileup) {
        var way = pileup.way();
        int index = onTheWay(pileup);
        if (index >= 0) {
            var next = index + 1 < way.size() ? Optional.of(way.get(index + 1)) : pileup.pile();
            return Optional.of(new Hold(
                    way.get(index).example(),
                    next.filter(front -> front.instances() == 1)
                            .map(Front::example)
                            .orElse(HeapDump.NONE)));
        }
        boolean threads = way.isEmpty() && kinds.isThread(pileup.last().kind());
        return threads ? Optional.of(new Hold(pileup.last().example(), HeapDump.NONE)) : Optional.empty();
    }

    /** The object that the roots dominate directly, or those of its class where it is many. */
    private static Referrers.Target target(Pileup pileup) {
        return pileup.way().isEmpty()
                ? new Referrers.Target(HeapDump.NONE, pileup.last().kind())
                : new Referrers.Target(pileup.way().getFirst().example(), HeapDump.NONE);
    }

    private void addReferrers(List<Set<Hold>> holds, List<Referrers.Target> targets) {
        var referrers = new Referrers(dump, targets).find();
        for (int i = 0; i < holds.size(); i++) {
            Map<Hold, Integer> counts = new LinkedHashMap<>();
            for (int referrer : referrers.get(i)) {
                var hold = hold(referrer);
                if (hold.holder() != targets.get(i).object() && dump.classOf(hold.holder()) != targets.get(i).kind()) {
                    counts.merge(hold, 1, Integer::sum);
                }
            }
            counts.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> -entry.getValue()))
                    .limit(MOST)
                    .map(Map.Entry::getKey)
                    .forEach(holds.get(i)::add);
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

    private List<List<Holder>> named(List<Set<Hold>> holds) throws IOException {
        var classes = holds.stream()
                .flatMap(Set::stream)
                .map(Hold::holder)
                .filter(object -> kinds.isClass(dump.classOf(object)))
                .collect(Collectors.toSet());
        var contents = dump.contents(classes, 0);
        var named = new ArrayList<List<Holder>>();
        for (var each : holds) {
            var holders = new ArrayList<Holder>();
            each.forEach(hold -> holders.add(holder(hold, contents)));
            named.add(holders);
        }
        return named;
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
                .findFirst();
    }

    /** What the roots dominate may be alive by itself, too; or it is not known who keeps it. */
    private void addRoot(List<Holder> holders, List<PathStep> path, Pileup pileup) {
        boolean alive = !path.isEmpty()
                && onTheWay(pileup) < 0
                && path.getFirst().object()
                        == (pileup.way().isEmpty() ? pileup.last() : pileup.way().getFirst()).example();
        if (alive || holders.isEmpty()) {
            path.stream()
                    .findFirst()
                    .map(step -> new Holder(Kind.ROOT, step.object(), step.reference(), Optional.empty()))
                    .ifPresent(holders::add);
        }
    }
}
