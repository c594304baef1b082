package org.shuangsuiji.ingest.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.shuangsuiji.model.RecordKind;

/**
 * What a file of one kind may tell, for whoever prepares one: the columns that the reader itself obeys.
 *
 * @param needed those without which a row says nothing; where one of several is enough they stand together
 * @param known the others
 */
public record ColumnGuide(List<String> needed, List<String> known) {
    private static final String OR = " / ";

    public static ColumnGuide of(RecordKind recordKind) {
        Kind kind = Kind.of(recordKind, Categories.NOBODY);
        List<Column> either = kind.eitherOf();
        List<Column> columns = kind.columns().all();
        String oneOf = either.stream().map(Column::name).collect(Collectors.joining(OR));
        return new ColumnGuide(
                columns.stream()
                        .filter(column -> column.needed() || either.contains(column))
                        .map(column -> either.contains(column) ? oneOf : column.name())
                        .distinct()
                        .toList(),
                columns.stream()
                        .filter(column -> !column.needed() && !either.contains(column))
                        .map(Column::name)
                        .toList());
    }
}
