package org.shuangsuiji.console.deliveries;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.ingest.DecideDelivery;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.DeliveryState;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with a file that was tried out; the page itself is that of the delivery. */
@Controller
@RequestMapping("/console/deliveries/{id:[0-9]{1,18}}")
class CheckPages {
    private final Deliveries deliveries;
    private final DecideDelivery decideDelivery;
    private final CheckModel checkModel;
    private final FormCommands commands;
    private final Problems problems;

    CheckPages(
            Deliveries deliveries,
            DecideDelivery decideDelivery,
            CheckModel checkModel,
            FormCommands commands,
            Problems problems) {
        this.deliveries = deliveries;
        this.decideDelivery = decideDelivery;
        this.checkModel = checkModel;
        this.commands = commands;
        this.problems = problems;
    }

    /** Ledger: DELIVERY_RELEASED. Where its source may send no more the page says so, and the file goes on waiting. */
    @PostMapping("/load")
    String load(@PathVariable long id, @RequestParam Instant seen, Model model, SentForm sent) {
        return sent.unlessRefused(
                () -> commands.once(
                        sent, address(id), () -> decideDelivery.load(id, seen, sent.actor()), "check.released"),
                refusal -> {
                    Delivery delivery = deliveries.get(id, sent.actor().scope());
                    if (delivery.state() != DeliveryState.CHECKED
                            || decideDelivery.held(id, sent.actor().scope()).isEmpty()) {
                        throw refusal;
                    }
                    return checkModel.fill(model, delivery, null, sent.actor(), sent.locale());
                });
    }

    /** Ledger: DELIVERY_CANCELLED. */
    @PostMapping("/discard")
    String discard(@PathVariable long id, SentForm sent) {
        return commands.once(sent, address(id), () -> decideDelivery.discard(id, sent.actor()), "check.discarded");
    }

    /** Ledger: DELIVERY_READING_CHOSEN. */
    @PostMapping("/reading")
    String readAs(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ReadingForm form,
            BindingResult faulty,
            Model model,
            SentForm sent) {
        Delivery delivery = deliveries.get(id, sent.actor().scope());
        if (delivery.state() != DeliveryState.CHECKED) {
            throw Refusal.conflict("delivery-not-checked", id);
        }
        // a single value with a comma in it would be taken apart, were it bound
        String[] columns = sent.request().getParameterValues("column");
        List<String> picked = columns == null ? List.of() : Arrays.asList(columns);
        return sent.unlessFaulty(
                faulty,
                () -> commands.once(
                        sent,
                        address(id),
                        () -> decideDelivery.readAs(
                                id,
                                form.choice(
                                        checkModel.made(id).choice(),
                                        checkModel.trial(id, sent.actor()).preview(),
                                        picked),
                                sent.actor()),
                        "check.again"),
                refusal -> problems.into(faulty, refusal, sent.locale()),
                () -> checkModel.fill(model, delivery, picked, sent.actor(), sent.locale()));
    }

    private static String address(long id) {
        return "/console/deliveries/" + id;
    }
}
