package org.shuangsuiji.console.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks once more: put it into the model as {@code confirmation} and answer with view {@code shell/confirm}.
 *
 * @param section menu word; null for none
 * @param action address the form is posted to
 * @param fields hidden fields to send along
 * @param danger whether the button warns
 */
public record Confirmation(
        String title,
        @Nullable String section,
        String text,
        String action,
        Map<String, String> fields,
        String button,
        String back,
        boolean danger) {}
