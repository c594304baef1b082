package org.shuangsuiji.console.home;

import java.util.Comparator;
import java.util.List;
import org.shuangsuiji.console.security.OfficeUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePage {
    private static final int CARDS_MAX = 6;

    private final List<HomeCards> screens;

    HomePage(List<HomeCards> screens) {
        this.screens = screens;
    }

    @GetMapping("/console")
    String show(OfficeUser reader, Model model) {
        model.addAttribute(
                "cards",
                screens.stream()
                        .flatMap(screen -> screen.cards(reader).stream())
                        .sorted(Comparator.comparingInt(HomeCard::order))
                        .limit(CARDS_MAX)
                        .toList());
        model.addAttribute("reader", reader);
        return "office/home";
    }
}
