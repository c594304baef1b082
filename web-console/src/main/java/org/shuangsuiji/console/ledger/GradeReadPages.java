package org.shuangsuiji.console.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.GradeReadBook;
import org.shuangsuiji.model.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked at which grade. */
@Controller
class GradeReadPages {
    private static final int PAGE = 50;

    private final GradeReadBook looks;

    GradeReadPages(GradeReadBook looks) {
        this.looks = looks;
    }

    @GetMapping("/console/ledger/grade-reads")
    String list(
            @RequestParam(required = false) @Nullable String reader,
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable Long before,
            Actor auditor,
            Model model) {
        var question = new GradeReadBook.Question(LedgerPages.given(reader), LedgerPages.given(what), before);
        List<GradeReadBook.Look> found = looks.find(question, auditor.scope(), PAGE + 1);
        List<GradeReadBook.Look> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("question", question);
        model.addAttribute("before", before);
        model.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        return "office/grade-reads";
    }
}
