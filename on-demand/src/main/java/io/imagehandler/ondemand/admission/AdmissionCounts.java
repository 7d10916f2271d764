package io.imagehandler.ondemand.admission;

/// How busy the service is, and whom it had to disappoint since its start. Each call looks anew.
/// Safe for use by many threads.
public final class AdmissionCounts {

    private final Slots slots;
    private final Memory memory;
    private final Sources sources;
    private final Flights<?, ?> flights;

    AdmissionCounts(Slots slots, Memory memory, Sources sources, Flights<?, ?> flights) {
        this.slots = slots;
        this.memory = memory;
        this.sources = sources;
        this.flights = flights;
    }

    /// How many pictures are being rendered.
    public int slotsUsed() {
        return slots.used();
    }

    /// How many requests have a place and are not being rendered.
    public int queueDepth() {
        return slots.depth();
    }

    /// The memory that is reserved, in bytes.
    public long memoryReserved() {
        return memory.reserved();
    }

    /// What was refused because there was no place, memory or slot in time.
    public long shed() {
        return slots.shed() + memory.shed();
    }

    /// What of that was refused at once, because by what renderings took lately it could not have
    /// had a slot in time.
    public long hopeless() {
        return slots.hopeless();
    }

    /// Requests that shared what another was making, or had just made.
    public long joined() {
        return flights.joined();
    }

    /// Renderings that shared the reading of an original, or found it in memory.
    public long sourcesShared() {
        return sources.shared();
    }

    /// Requests whose client left while they waited.
    public long clientsGone() {
        return flights.gone();
    }
}
