package org.shuangsuiji.console.deliveries;

import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.model.RecordKind;
import org.springframework.web.multipart.MultipartFile;

/**
 * What is asked for when a file is sent by hand.
 *
 * @param check whether it is tried out first; a browser sends nothing for a switch that is off
 */
record UploadForm(
        @Required @Nullable RecordKind kind,
        @Nullable String source,
        @Nullable MultipartFile file,
        @Nullable Boolean check) {

    public boolean checkFirst() {
        return Boolean.TRUE.equals(check);
    }

    /** The source that was chosen; absent for the sender's own department. */
    @Nullable
    String named() {
        return source == null || source.isBlank() ? null : source;
    }

    /** The file, if one was chosen: a browser sends a part without a name for none. */
    @Nullable
    MultipartFile chosen() {
        return file == null
                        || file.getOriginalFilename() == null
                        || file.getOriginalFilename().isBlank()
                ? null
                : file;
    }
}
