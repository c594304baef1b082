package org.shuangsuiji.sampling.draw.offender;

import org.springframework.core.Ordered;

/** Offends: a heart knows the JDK, the shared words and itself. */
public class HeartWithSpring implements Ordered {
    @Override
    public int getOrder() {
        return 0;
    }
}
