package org.shuangsuiji.console.api.draws;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.shuangsuiji.console.draws.BundleDownload;
import org.shuangsuiji.model.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/draws")
class DrawsApi {
    private final BundleDownload bundle;

    DrawsApi(BundleDownload bundle) {
        this.bundle = bundle;
    }

    /** Ledger: BUNDLE_EXPORTED. */
    @GetMapping(value = "/{id}/bundle.zip", produces = "application/zip")
    @Operation(
            summary = "The full DR-1 bundle of a draw",
            description = "Everything needed to recompute the draw (DR-1 §3). It opens sealed strata: the export is "
                    + "entered in the ledger and in the book of grade reads. Scope draw:read.")
    void bundle(@PathVariable long id, Actor actor, HttpServletResponse response) throws IOException {
        bundle.send(id, actor, response);
    }
}
