package org.shuangsuiji.ingest.reading;

import java.util.List;

/** A table that may stand in a file: one sheet of a workbook, or a text as one delimiter cuts it. */
public interface Sheet {

    /** How people are told of it: the name of the sheet, or the delimiter. */
    String name();

    /** The first rows that are not blank, at most {@code count}, up to where it can be cut no further. */
    List<List<String>> firstRows(int count);

    /** All rows, from the first; fields beyond {@code width} are counted and not kept. */
    TableText.Rows rows(int width);
}
