package org.shuangsuiji.console.draws;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.sampling.DrawBundle;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends the full bundle of a draw as a file, straight from the books to the wire. */
@Component
public class BundleDownload {
    private final DrawBundle bundle;

    BundleDownload(DrawBundle bundle) {
        this.bundle = bundle;
    }

    public void send(long drawId, Actor actor, HttpServletResponse response) throws IOException {
        bundle.write(drawId, new Announced(drawId, response), actor);
        response.flushBuffer();
    }

    /** Says what it is with the first byte and no earlier, so that a refusal still gets an answer of its own. */
    private static final class Announced extends OutputStream {
        private final long drawId;
        private final HttpServletResponse response;
        private @Nullable OutputStream out;

        Announced(long drawId, HttpServletResponse response) {
            this.drawId = drawId;
            this.response = response;
        }

        @Override
        public void write(int b) throws IOException {
            out().write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out().write(bytes, offset, length);
        }

        private OutputStream out() throws IOException {
            OutputStream known = out;
            if (known == null) {
                response.setContentType("application/zip");
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("draw-%d.zip".formatted(drawId))
                                .build()
                                .toString());
                known = response.getOutputStream();
                out = known;
            }
            return known;
        }
    }
}
