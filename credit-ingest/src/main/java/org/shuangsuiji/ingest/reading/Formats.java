package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.nio.file.Path;

/** The libraries that cut files of each format into rows and fields. What fields mean is ours. */
public interface Formats {

    TableText csv();

    /** One object on each line, its keys being the columns. */
    TableFile jsonLines(Path file, TextForm form) throws IOException;

    /** A workbook as spreadsheet programs save it today: XML parts in a zip. */
    TableFile workbook(Path file) throws IOException;

    /** A workbook as one XML file, SpreadsheetML 2003; official lists come so, named .xls and .xlsx. */
    TableFile xmlWorkbook(Path file) throws IOException;
}
