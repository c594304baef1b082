package org.shuangsuiji.model;

/**
 * Who did a thing, by the name kept with it, so that a text can say the system in its reader's language.
 *
 * @param name a person's name, or that of {@link Actor#SYSTEM}
 */
public record Who(String name) {

    @Override
    public String toString() {
        return name;
    }
}
