package org.shuangsuiji.console.demo;

import java.util.List;

/** What the first start led to, counted in the office's own books. */
public interface DemoFigures {

    /** One line of the summary. */
    record Line(String what, String figure) {}

    /** All lines, in the order of the main job. */
    List<Line> lines();
}
