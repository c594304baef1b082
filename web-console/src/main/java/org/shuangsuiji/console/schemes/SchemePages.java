package org.shuangsuiji.console.schemes;

import java.util.List;
import java.util.Locale;
import org.shuangsuiji.risk.GradeScheme;
import org.shuangsuiji.risk.Schemes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SchemePages {
    private final Schemes schemes;

    SchemePages(Schemes schemes) {
        this.schemes = schemes;
    }

    /** A scheme in the reader's language. */
    record SchemeView(String code, String name, String basis, List<LevelView> levels) {}

    /** One rank of it. */
    record LevelView(int rank, String letter, String word, String shape, String tone) {}

    @GetMapping("/console/schemes")
    String list(Model page, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        page.addAttribute(
                "schemes",
                schemes.list().stream().map(scheme -> view(scheme, chinese)).toList());
        return "risk/schemes";
    }

    private static SchemeView view(GradeScheme scheme, boolean chinese) {
        return new SchemeView(
                scheme.code(),
                chinese ? scheme.nameZh() : scheme.nameEn(),
                scheme.basis(),
                scheme.levels().stream()
                        .map(level -> new LevelView(
                                level.rank().number(),
                                level.letter(),
                                chinese ? level.labelZh() : level.labelEn(),
                                level.shape().name(),
                                level.tone().name()))
                        .toList());
    }
}
