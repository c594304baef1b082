package org.shuangsuiji.ingest.file;

/**
 * What a workbook may hold. An honest one of a million rows stays far below each of these; a bomb does not.
 *
 * @param parts files in the archive
 * @param partBytes bytes of one part, unpacked
 * @param bytes bytes of all parts, unpacked
 * @param frameBytes bytes of a part that a library reads as a whole: the list of contents and the relations
 * @param ratio how many times larger a part may become by unpacking
 */
record WorkbookLimits(int parts, long partBytes, long bytes, long frameBytes, long ratio) {
    static final WorkbookLimits OURS = new WorkbookLimits(1_000, 2L << 30, 4L << 30, 4L << 20, 100);

    /** Parts smaller than this may be as regular as they like. */
    static final long RATIO_FROM_BYTES = 1L << 20;
    /** The most bytes between two angle brackets: what an XML parser holds in memory at once. */
    static final int MARKUP_RUN_MAX = 1 << 20;
    /** The most elements within each other. */
    static final int DEPTH_MAX = 64;
    /** The most columns that a sheet has by its format. */
    static final int COLUMNS_MAX = 1 << 14;
}
