package org.shuangsuiji.console.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.PublicPages;
import org.shuangsuiji.publication.PublicPages.MatterLine;
import org.shuangsuiji.publication.PublicPages.MatterListLine;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of matters of credit supervision on the portal: what holds now, and every version there was. */
@Controller
class MatterController {
    private final PublicPages pages;
    private final Clock clock;

    MatterController(PublicPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** A version with its rows and where it stands. */
    record Version(MatterListLine list, MatterListLine.Standing standing, List<MatterLine> rows) {
        public List<MatterLine> standingRows() {
            return rows.stream().filter(row -> !row.removed()).toList();
        }

        public List<MatterLine> removedRows() {
            return rows.stream().filter(MatterLine::removed).toList();
        }
    }

    @GetMapping("/p/matters")
    String present(Model model) {
        List<Version> versions = versions();
        model.addAttribute(
                "present",
                versions.stream()
                        .filter(version -> version.standing() == MatterListLine.Standing.PRESENT)
                        .map(this::read)
                        .toList());
        model.addAttribute("versions", versions);
        return "portal/matters";
    }

    @GetMapping("/p/matters/{id:[0-9]{1,18}}")
    String version(@PathVariable long id, Model model) {
        List<Version> versions = versions();
        Version asked = versions.stream()
                .filter(version -> version.list().listId() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.absent("matter-list", id));
        model.addAttribute("version", read(asked));
        model.addAttribute(
                "versions",
                versions.stream()
                        .filter(version ->
                                version.list().departmentId() == asked.list().departmentId())
                        .toList());
        return "portal/matter-list";
    }

    private List<Version> versions() {
        LocalDate today = LocalDate.now(clock);
        return pages.matterLists().stream()
                .map(list -> new Version(list, list.on(today), List.of()))
                .toList();
    }

    private Version read(Version version) {
        return new Version(
                version.list(), version.standing(), pages.matters(version.list().listId()));
    }
}
