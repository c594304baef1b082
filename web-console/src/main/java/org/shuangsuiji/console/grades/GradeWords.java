package org.shuangsuiji.console.grades;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.RegionNames;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.GradeScheme;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.Schemes;
import org.shuangsuiji.risk.model.Words;
import org.shuangsuiji.risk.scoring.Standing;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says ranks in the words of a scheme and divisions by their names, in the reader's language. */
@Component
public class GradeWords {
    private final Schemes schemes;
    private final MessageSource texts;

    GradeWords(Schemes schemes, MessageSource texts) {
        this.schemes = schemes;
        this.texts = texts;
    }

    /**
     * A grade as the pages show it.
     *
     * @param rank 1 to 4, or 0 when there is none
     * @param letter empty when there is none
     */
    public record Badge(int rank, String letter, String word) {}

    /** The four ranks of the model's scheme, from the lowest risk to the highest. */
    public List<Badge> ranks(ModelSheet model, Locale locale) {
        List<Badge> badges = new ArrayList<>();
        for (Rank rank : Rank.values()) {
            badges.add(badge(model.schemeCode(), rank, locale));
        }
        return badges;
    }

    public Badge badge(String schemeCode, Rank rank, Locale locale) {
        GradeScheme.Level level = schemes.find(schemeCode)
                .orElseThrow(() -> new IllegalStateException("No scheme has the code " + schemeCode))
                .level(rank);
        return new Badge(rank.number(), level.letter(), chinese(locale) ? level.labelZh() : level.labelEn());
    }

    public Badge badge(String schemeCode, Standing standing, @Nullable Rank rank, Locale locale) {
        return rank == null ? without(standing, locale) : badge(schemeCode, rank, locale);
    }

    public Badge without(Standing standing, Locale locale) {
        return new Badge(0, "", text("grade.standing." + standing, locale));
    }

    /** The name of the model, or its code until a version grades. */
    public String name(ModelSheet model, Locale locale) {
        String name = chinese(locale) ? model.nameZh() : model.nameEn();
        return name == null ? model.code() : name;
    }

    public String of(Words words, Locale locale) {
        return chinese(locale) ? words.zh() : words.en();
    }

    /** A division by name and digits; the digits alone where it has no name here. */
    public String region(@Nullable String digits, Locale locale) {
        if (digits == null) {
            return text("grade.region.unknown", locale);
        }
        if (digits.length() <= 6) {
            return RegionNames.of(digits).map(name -> name + " " + digits).orElse(digits);
        }
        return RegionNames.of(digits.substring(0, 6))
                .map(name -> name + " " + digits)
                .orElse(digits);
    }

    public String section(@Nullable String letter, Locale locale) {
        return letter == null
                ? text("grade.section.unknown", locale)
                : letter + " " + text("grade.section." + letter, locale);
    }

    private String text(String code, Locale locale) {
        return Objects.requireNonNull(texts.getMessage(code, null, code, locale));
    }

    private static boolean chinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
