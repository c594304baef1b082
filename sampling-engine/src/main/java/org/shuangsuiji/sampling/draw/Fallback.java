package org.shuangsuiji.sampling.draw;

import java.time.Instant;

/** What speaks for a public source whose publisher stayed silent. */
public record Fallback(String name, Instant due) {
    public Fallback {
        Source.requireNameAndDue(name, due);
    }
}
