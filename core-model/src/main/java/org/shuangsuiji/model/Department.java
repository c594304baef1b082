package org.shuangsuiji.model;

import java.util.Optional;

/**
 * A public body in the tree of departments (省/市/县/所, with its function).
 *
 * @param path the ids from the root down to this department, as {@code /1/4/9/}; a subtree shares the beginning
 * @param code the stable id printed in draws and documents, for example {@code 150581-SCJG}
 * @param function what the body supervises, in the office's words (市场监管, 住建, …)
 */
public record Department(long id, String path, String code, String name, Level level, String function, Region region) {

    /** The level of a public body (单位层级). */
    public enum Level {
        /** 省 */
        PROVINCE,
        /** 市 */
        CITY,
        /** 县 */
        COUNTY,
        /** 所 */
        STATION
    }

    public Department {
        if (!path.endsWith("/" + id + "/")) {
            throw new IllegalArgumentException(
                    "The path of department %d ends in its own id; got '%s'".formatted(id, path));
        }
    }

    /** The body one level up; none above the root. */
    public Optional<Long> superiorId() {
        String[] ids = path.split("/", -1);
        // "/1/4/9/" falls apart into an empty piece, the ids and another empty piece
        return ids.length < 4 ? Optional.empty() : Optional.of(Long.valueOf(ids[ids.length - 3]));
    }

    /** What people of this department may see: the department, its subtree, and its region. */
    public Scope scope() {
        return new Scope(path, region.prefix());
    }
}
