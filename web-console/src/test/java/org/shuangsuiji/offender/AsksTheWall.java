package org.shuangsuiji.offender;

import java.time.Instant;

/** Offends: nobody asks for the time without a clock. */
public class AsksTheWall {
    @SuppressWarnings("TimeInStaticInitializer")
    Instant moment() {
        return Instant.now();
    }
}
