package org.shuangsuiji.console.shell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.util.DetailedError;

/** Names the field before what is wrong with it, and orders the faults, in the summary above a form; templates know it as {@code @fieldLabels}. */
@Component("fieldLabels")
public class FieldLabels {
    private static final Pattern PLACE = Pattern.compile("\\[([0-9]+)]");

    private final MessageSource texts;

    /**
     * Where a fault stands.
     *
     * @param group the place of the field or, for a field of a list, of the first field of that list
     * @param line the place in the list
     * @param column the place of the field
     */
    private record Position(int group, int line, int column) {}

    FieldLabels(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * The label and a colon; of a field in a list also its place, from 1.
     *
     * @param labels fields with the keys of their labels, as {@code name=campaign.name starts=campaign.starts}
     */
    public String before(String labels, String field, Locale locale) {
        String plain = plain(field);
        String key = Arrays.stream(labels.split(" ", -1))
                .filter(each -> each.startsWith(plain + "="))
                .map(each -> each.substring(plain.length() + 1))
                .findFirst()
                .orElse("");
        String label = key.isEmpty() ? null : texts.getMessage(key, null, null, locale);
        if (label == null) {
            return "";
        }
        int place = place(field);
        String number = place < 0 ? "" : " " + (place + 1);
        return label + number + texts.getMessage("shell.colon", null, locale);
    }

    /** The faults from the top of the form to its end, a list line by line; first what is about the whole. */
    public List<DetailedError> inOrder(String labels, List<DetailedError> faults) {
        List<String> fields = Arrays.stream(labels.split(" ", -1))
                .map(each -> each.substring(0, each.indexOf('=')))
                .toList();
        return faults.stream()
                .sorted(Comparator.comparing(
                        fault -> fault.isGlobal() ? new Position(-1, 0, 0) : position(fields, fault.getFieldName()),
                        Comparator.comparingInt(Position::group)
                                .thenComparingInt(Position::line)
                                .thenComparingInt(Position::column)))
                .toList();
    }

    private static Position position(List<String> fields, String field) {
        int line = place(field);
        int column = orLast(fields.indexOf(plain(field)));
        if (line < 0) {
            return new Position(column, line, column);
        }
        String list = field.substring(0, field.indexOf('[')) + ".";
        int first =
                (int) fields.stream().takeWhile(each -> !each.startsWith(list)).count();
        return new Position(first, line, column);
    }

    private static int orLast(int index) {
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    private static String plain(String field) {
        return PLACE.matcher(field).replaceAll("");
    }

    /** The place of a field in its list, from 0; less for a field of no list. */
    private static int place(String field) {
        var place = PLACE.matcher(field);
        return place.find() ? Integer.parseInt(place.group(1)) : -1;
    }
}
