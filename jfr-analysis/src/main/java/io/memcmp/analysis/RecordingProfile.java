package io.memcmp.analysis;

import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.analysis.gccpu.GcCpuProfile;
import io.memcmp.analysis.heap.HeapProfile;
import io.memcmp.analysis.heap.LiveSetProfile;
import io.memcmp.analysis.jfr.ReadResult;
import io.memcmp.analysis.jvm.JvmInfo;
import io.memcmp.analysis.leak.GrowthProfile;
import io.memcmp.analysis.pause.CollectionProfile;
import io.memcmp.analysis.pause.PauseProfile;
import io.memcmp.analysis.pause.StallProfile;
import io.memcmp.analysis.pause.StopProfile;
import io.memcmp.analysis.process.ProcessProfile;
import io.memcmp.analysis.workload.WorkloadProfile;

/**
 * What one recording tells. Every part speaks of {@code window}, but for the live set (taken at the quiet point after
 * it) and what a part's own documentation excepts.
 *
 * @param jvm the virtual machine that made it
 * @param window the span the figures speak of
 * @param pauses stop-the-world pauses of the collector, {@code jdk.GCPhasePause}
 * @param stops every safepoint, whatever it was for
 * @param stalls threads that had to wait for memory
 * @param collections collections by name and cause, and how long concurrent cycles lasted
 * @param allocation what the program allocated
 * @param heap heap used and committed over time
 * @param liveSet what was alive at the quiet point
 * @param growth how the heap after collections of the whole heap grew until the window ended
 * @param gcCpu CPU time of the collector's threads
 * @param process wall, CPU, resident memory and hiccups of the process
 * @param workload what a bundled workload says of itself
 * @param completeness whether the recording is whole
 * @param read what was met in its files: how often each event happened, and what could not be read
 */
public record RecordingProfile(
        JvmInfo jvm,
        Window window,
        Observed<PauseProfile> pauses,
        Observed<StopProfile> stops,
        Observed<StallProfile> stalls,
        Observed<CollectionProfile> collections,
        Observed<AllocationProfile> allocation,
        Observed<HeapProfile> heap,
        Observed<LiveSetProfile> liveSet,
        Observed<GrowthProfile> growth,
        Observed<GcCpuProfile> gcCpu,
        Observed<ProcessProfile> process,
        Observed<WorkloadProfile> workload,
        Completeness completeness,
        ReadResult read) {}
