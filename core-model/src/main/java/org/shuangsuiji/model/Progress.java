package org.shuangsuiji.model;

/** Where long work tells how far it is and learns that somebody wants it stopped. */
public interface Progress {

    /** Work begins on a stage; its name is a message key such as {@code stage.merge}. */
    void stage(String stage, long total);

    /** This many units of the present stage are done. */
    void done(long done);

    /** The same, of a stage whose units are not rows: so many rows were in them. */
    default void done(long done, long rows) {
        done(done);
    }

    /**
     * Throws {@link Cancelled} when somebody asked to stop; called where nothing is half done.
     */
    void stopIfAsked();

    /** Somebody asked the work to stop. */
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("cancelled on request");
        }
    }

    /** Something else has to end first: nothing was done, and the work is to be tried again soon. */
    final class Later extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Later(String what) {
            super(what);
        }
    }

    /** Tells nobody and is never stopped. */
    Progress SILENT = new Progress() {
        @Override
        public void stage(String stage, long total) {}

        @Override
        public void done(long done) {}

        @Override
        public void stopIfAsked() {}
    };
}
