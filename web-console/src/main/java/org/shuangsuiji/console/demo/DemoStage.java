package org.shuangsuiji.console.demo;

import org.shuangsuiji.model.Progress;

/**
 * One stage of the first start. It may run again after a kill: what it finds done already it leaves alone.
 */
interface DemoStage {

    /** The word in message keys ({@code stage.demo.<word>}). */
    String word();

    void run(Progress progress);
}
