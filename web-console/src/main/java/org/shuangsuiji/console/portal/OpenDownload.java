package org.shuangsuiji.console.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.shuangsuiji.publication.PublicPages;
import org.shuangsuiji.publication.notice.PublicOpenDraw;
import org.shuangsuiji.sampling.bundle.BundlePart;
import org.shuangsuiji.sampling.bundle.BundleZip;
import org.springframework.stereotype.Component;

/**
 * Packs what everybody recomputes an open draw from. It goes to the wire piece by piece, each read by a question of its
 * own: neither memory nor a connection to the database is held for a reader who is slow.
 */
@Component
class OpenDownload {
    private final PublicPages pages;

    OpenDownload(PublicPages pages) {
        this.pages = pages;
    }

    /** Writes the zip, which is the same at any time; the stream is left open. */
    void write(PublicPages.DrawPage draw, PublicPages.OpenLine open, String sourcesJson, OutputStream out)
            throws IOException {
        BundleZip zip = new BundleZip(out);
        zip.add("rule.json", draw.ruleJson().getBytes(StandardCharsets.UTF_8));
        zip.add("sources.json", sourcesJson.getBytes(StandardCharsets.UTF_8));
        for (String file : PublicOpenDraw.names(open.files())) {
            zip.add(new BundlePart(file, entry -> copy(draw.line().drawId(), file, entry)));
        }
        zip.finish();
    }

    private void copy(long drawId, String file, OutputStream out) throws IOException {
        int next = 0;
        for (Optional<byte[]> piece = pages.openPiece(drawId, file, next);
                piece.isPresent();
                piece = pages.openPiece(drawId, file, next)) {
            out.write(piece.get());
            next++;
        }
        if (next == 0) {
            throw new IllegalStateException("Draw %d is open without its %s".formatted(drawId, file));
        }
    }
}
