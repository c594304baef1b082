package org.shuangsuiji.console.office;

import org.shuangsuiji.model.Progress;

/**
 * Does one kind of long work. Register it as a bean.
 *
 * <p>It runs outside any transaction and opens its own. When the machine dies, it runs again from the beginning: what
 * it finds done already it leaves alone. A {@code Refusal} ends the job as failed with its message.
 */
public interface JobHandler {

    /** The word in table {@code job} and in message keys, such as {@code load}. */
    String kind();

    void run(Job job, Progress progress);

    /**
     * Tells what the job was about that it was stopped, where it was asked to before it began, or began again; once
     * {@link #run} has been called, that is its own task.
     */
    default void stoppedBeforeItBegan(Job job) {}

    /** Whether people may stop it. What a change owes to the grades is no choice: once stopped, nobody would do it. */
    default boolean stoppable() {
        return true;
    }

    /** The work failed in a way that nobody foresaw, and is not tried again: nothing that it began may wait for it. */
    default void broke(Job job) {}
}
