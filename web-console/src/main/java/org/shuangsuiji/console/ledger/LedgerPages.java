package org.shuangsuiji.console.ledger;

import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.LedgerBook;
import org.shuangsuiji.console.office.LedgerRow;
import org.shuangsuiji.console.office.VerifyLedger;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LedgerPages {
    private static final int PAGE = 50;

    private final LedgerBook ledger;
    private final VerifyLedger verifyLedger;
    private final MessageSource texts;

    LedgerPages(LedgerBook ledger, VerifyLedger verifyLedger, MessageSource texts) {
        this.ledger = ledger;
        this.verifyLedger = verifyLedger;
        this.texts = texts;
    }

    @GetMapping("/console/ledger")
    String list(
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Long before,
            Actor reader,
            Model model,
            Locale locale) {
        var question = new LedgerBook.Question(given(event), given(actor), given(subject), before);
        List<LedgerRow> found = ledger.find(question, reader.scope(), PAGE + 1);
        List<LedgerRow> rows = found.stream().limit(PAGE).toList();
        Map<String, String> events = new LinkedHashMap<>();
        Arrays.stream(LedgerEvent.values())
                .forEach(each -> events.put(
                        each.name(),
                        requireNonNullElse(texts.getMessage("event." + each.word(), null, null, locale), each.name())));
        model.addAttribute("rows", rows);
        model.addAttribute("events", events);
        model.addAttribute("question", question);
        model.addAttribute("before", before);
        model.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        return "office/ledger";
    }

    @GetMapping("/console/ledger/verification")
    String verification(Model model) {
        model.addAttribute("head", ledger.head().orElse(null));
        return "office/ledger-verification";
    }

    /** Changes nothing, so it leaves no ledger entry; a POST because it costs the server something. */
    @PostMapping("/console/ledger/verification")
    String verify(@RequestParam(required = false) @Nullable String known, Model model) {
        model.addAttribute("report", verifyLedger.verify(head(known)));
        model.addAttribute("linkedWithin", VerifyLedger.LINKED_WITHIN.toSeconds());
        model.addAttribute("known", known);
        return verification(model);
    }

    private static LedgerBook.@Nullable Head head(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return LedgerBook.Head.read(text.strip()).orElseThrow(() -> Refusal.invalid("ledger-head", text));
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
