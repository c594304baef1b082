package org.shuangsuiji.console.demo.district;

import java.nio.charset.Charset;
import java.util.List;

/** The layout of one kind of delivery and the rows that a subject has in it. */
interface Sheet {

    List<String> headers();

    Charset charset();

    /** Whether the file begins with a byte order mark, as spreadsheet programs write it. */
    boolean marked();

    int nameColumn();

    int codeColumn();

    /** The day the row is about. */
    int dayColumn();

    /** The column that differs when a row comes again with another content. */
    int changingColumn();

    /** The rows of this subject, the same at each call. */
    List<List<String>> rows(Subject subject);
}
