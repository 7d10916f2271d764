package io.imagehandler.ondemand.admission;

import io.imagehandler.memory.MemoryBudget.Reservation;
import io.imagehandler.rendition.Original;

/// An original in memory, and the part of the budget that it takes there.
///
/// @param version which it is
/// @param memory of which `reservation` is a part
record Source(
        Original original, Freshness.Version version, Memory memory, Reservation reservation) {

    /// Its length in bytes.
    int length() {
        return original.bytes().remaining();
    }

    /// Room for something that is made of it.
    ///
    /// @throws ServiceFailure if there is none in time
    /// @throws io.imagehandler.failure.ImageTooLarge if there is not so much in all
    /// @throws InterruptedException if nobody wants it any more
    Reservation more(long bytes, Patience patience) throws InterruptedException {
        return memory.more(reservation, bytes, patience);
    }
}
