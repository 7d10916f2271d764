package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.OriginalKey;

/// Brings the renditions of one key in step with its original: every eager style is there, made of
/// the newest bytes, and nothing made of older ones is left.
///
/// An event is only a hint that it is time for this; what the stores say is the truth. Passes for
/// one key may run at the same time, be repeated, come late or die half-way: no write or removal
/// touches what the pass has not seen, and no pass ends before the original was found, after the
/// last of them, to be the one that they were made for.
///
/// Works on the thread that calls; safe for use by many threads.
public final class Convergence {

    private final Parts parts;

    public Convergence(
            Stores stores, Witnesses witnesses, EagerRenditions eager, Darkroom darkroom) {
        this(new Parts(stores, witnesses, eager, darkroom, false));
    }

    private Convergence(Parts parts) {
        this.parts = parts;
    }

    /// The same, with passes that also remove what styles have left behind: renditions of styles
    /// that are gone, or that were made on demand of what a style or a watermark was before. Not
    /// for uploads, where it would be a hazard without a use: a worker that has not read the newest
    /// styles yet would remove what another has just made of them.
    public Convergence tidying() {
        return new Convergence(
                new Parts(
                        parts.stores(), parts.witnesses(), parts.eager(), parts.darkroom(), true));
    }

    /// Runs a pass.
    ///
    /// What a store fails with travels as it is thrown; the pass has then not ended.
    ///
    /// @throws io.imagehandler.style.StylesNotLoaded if no styles are known yet
    public Outcome converge(OriginalKey key, Lease lease) {
        return new Pass(parts, key, lease).run();
    }
}
