package org.shuangsuiji.sampling.draw;

/** A part of a department's frame, with how many units are drawn from it and how many stand in reserve. */
public record Stratum(String id, int size, int take, int reserve) {
    public Stratum {
        Texts.requireName("stratum", id);
        if (size < 0 || take < 0 || reserve < 0 || (long) take + reserve > size) {
            throw new IllegalArgumentException(
                    "stratum '%s': expected take + reserve up to size, none below 0, found take %d, reserve %d, size %d"
                            .formatted(id, take, reserve, size));
        }
    }
}
