package org.shuangsuiji.sampling.draw;

/** Where a source's chance comes from. */
public enum SourceKind {
    DICE,
    WITNESS,
    LOTTERY,
    INDEX,
    BEACON;

    /** Whether its value is published by somebody outside the office, whom nobody in the room can move. */
    public boolean isPublic() {
        return this != DICE && this != WITNESS;
    }
}
