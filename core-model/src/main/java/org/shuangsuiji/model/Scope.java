package org.shuangsuiji.model;

/**
 * The subtree of departments and the region that a reader may see; part of every query.
 *
 * @param departmentPath the path of the reader's department; rows of departments below it begin with it
 * @param regionPrefix the first digits of every region inside the reader's own; empty for the whole country
 */
public record Scope(String departmentPath, String regionPrefix) {

    /** For jobs that work for the office as a whole, never for a request. */
    public static final Scope WHOLE_OFFICE = new Scope("/", "");

    public Scope {
        if (!departmentPath.startsWith("/") || !departmentPath.endsWith("/")) {
            throw new IllegalArgumentException(
                    "A department path begins and ends with '/'; got '%s'".formatted(departmentPath));
        }
    }

    public boolean covers(String path) {
        return path.startsWith(departmentPath);
    }

    public boolean coversRegion(String region) {
        return region.startsWith(regionPrefix);
    }

    /** For {@code department_path like :departments}. */
    public String departmentsLike() {
        return departmentPath + "%";
    }

    /** For {@code region like :regions}. */
    public String regionsLike() {
        return regionPrefix + "%";
    }
}
