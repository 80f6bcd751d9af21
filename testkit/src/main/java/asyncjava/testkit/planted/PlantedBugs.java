package asyncjava.testkit.planted;

import java.util.List;

/// All the planted bugs.
final class PlantedBugs {

    static final List<PlantedBug> ALL = List.of(
            // What is shared and not guarded
            new LostUpdate(),
            new CheckThenAct(),
            new OversoldStock(),
            new CheckOutsideTheLock(),
            new TwoAtomics(),
            new UnguardedLazyInit(),
            new MissingSecondCheck(),
            new EscapingThis(),
            new AbaProblem(),
            new OrderPerKeyLost(),
            // Locks
            new LockOrder(),
            new LockOrderOfMonitors(),
            new NestedMonitorLockout(),
            new ReaderNeverWoken(),
            // Waiting and being woken
            new LostWakeUp(),
            new MissedSignal(),
            new NotifyInsteadOfNotifyAll(),
            new IfInsteadOfWhile(),
            // Permits, latches, futures, pools
            new DoubleRelease(),
            new PermitLeak(),
            new PermitLostAtTimeout(),
            new LatchNeverCountedDown(),
            new PartyLeavesTheBarrier(),
            new FutureNeverCompleted(),
            new PoolStarvation(),
            // The end
            new CloseRacesSubmit(),
            new CancelRacesComplete(),
            new SwallowedInterrupt(),
            new WorkLeftBehind());

    private PlantedBugs() {}
}
