package org.shuangsuiji.console.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.PropertyResolver;

/** A file in the data folder that is there once an office works in it, to be read before there is a database. */
public record OfficeMark(Path folder) {
    private static final String TEXT =
            "本目录存放一个单位的数据，不是演示区；本文件在，启动时就不会自行转为演示。 This folder holds the data of an office, not of"
                    + " the demo; while this file is here, no start turns into a demo by itself.\n";

    /** The mark in the folder that this start will work in, whether the folder is there yet or not. */
    public static OfficeMark in(PropertyResolver settings) {
        return new OfficeMark(DataFolder.named(settings));
    }

    public boolean stands() {
        return Files.exists(file());
    }

    public void set() {
        if (stands()) {
            return;
        }
        try {
            Files.writeString(file(), TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException("The mark %s cannot be written".formatted(file()), e);
        }
    }

    private Path file() {
        return folder.resolve("office");
    }
}
