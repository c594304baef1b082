package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.List;

/** Collects faults, so that they are reported together. */
public final class Faults {
    /** A file of a million bad rows is told from its first faults. */
    private static final int LISTED_PER_FILE = 100;

    private final List<Fault> list = new ArrayList<>();

    /** Where the faults of one file go. */
    public InFile in(String file) {
        return new InFile(file);
    }

    public void addAll(List<Fault> faults) {
        list.addAll(faults);
    }

    public boolean none() {
        return list.isEmpty();
    }

    public boolean noneIn(String file) {
        return list.stream().noneMatch(fault -> fault.file().equals(file));
    }

    public List<Fault> list() {
        return List.copyOf(list);
    }

    public void refuseIfAny() {
        if (!list.isEmpty()) {
            throw new BundleRefused(list);
        }
    }

    /** The faults of one file. */
    public final class InFile {
        private final String file;
        private int count;

        private InFile(String file) {
            this.file = file;
        }

        public void add(String where, String reason) {
            count++;
            if (count <= LISTED_PER_FILE) {
                list.add(new Fault(file, where, reason));
            } else if (count == LISTED_PER_FILE + 1) {
                list.add(new Fault(file, "", "more faults follow and are not listed"));
            }
        }

        public int count() {
            return count;
        }

        public String file() {
            return file;
        }
    }
}
