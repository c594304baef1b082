package org.shuangsuiji.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.shuangsuiji.ingest.reading.Shown;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;

/**
 * Receives a file: it is safe on disk before anybody is told so, and its loading is scheduled with its entry in the
 * book.
 */
@Service
public class ReceiveDelivery {
    private static final int FILE_NAME_MAX = 200;
    private static final int KEY_MAX = 200;

    private final FileStore files;
    private final DeliveryDesk desk;

    ReceiveDelivery(FileStore files, DeliveryDesk desk) {
        this.files = files;
        this.desk = desk;
    }

    /**
     * Receives a file that is to be loaded at once.
     *
     * @see #receive(RecordKind, String, InputStream, String, Handling, Actor)
     */
    public Delivery receive(RecordKind kind, String fileName, InputStream body, String idempotencyKey, Actor actor) {
        return receive(kind, fileName, body, idempotencyKey, Handling.LOAD, actor);
    }

    /**
     * Receives a file once: the same key of the same sender again is answered with the first delivery.
     *
     * <p>The body is read outside any transaction, so that a slow sender holds no connection.
     */
    public Delivery receive(
            RecordKind kind, String fileName, InputStream body, String idempotencyKey, Handling handling, Actor actor) {
        if (idempotencyKey.isBlank() || idempotencyKey.length() > KEY_MAX) {
            throw Refusal.invalid("delivery-key-length", KEY_MAX);
        }
        desk.admit(handling.source(), kind, idempotencyKey, actor); // before a long body is read for nothing
        FileStore.Kept file = keep(body);
        boolean entered = false;
        try {
            Delivery delivery = desk.enter(kind, shortened(fileName), file, idempotencyKey, handling, actor);
            entered = file.name().equals(delivery.storedAs());
            return delivery;
        } finally {
            if (!entered) {
                files.discard(file.name());
            }
        }
    }

    private FileStore.Kept keep(InputStream body) {
        try {
            FileStore.Kept file = files.keep(body);
            if (file.bytes() == 0) {
                files.discard(file.name());
                throw Refusal.invalid("file-empty");
            }
            return file;
        } catch (IOException e) {
            throw new DeliveryInterrupted(e);
        }
    }

    private static String shortened(String fileName) {
        String name = fileName.isBlank() ? "-" : Shown.fileName(fileName.strip());
        return name.length() > FILE_NAME_MAX ? name.substring(name.length() - FILE_NAME_MAX) : name;
    }

    /** The sender broke off, or the disk failed; nothing was kept. */
    public static final class DeliveryInterrupted extends Refusal {
        private static final long serialVersionUID = 1L;

        DeliveryInterrupted(IOException cause) {
            super(Kind.INVALID, "delivery-interrupted");
            initCause(cause);
        }
    }
}
