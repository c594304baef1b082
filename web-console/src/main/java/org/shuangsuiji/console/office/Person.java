package org.shuangsuiji.console.office;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RowContent;

/** A person who signs in (用户). What a change takes away is gone at the person's next request. */
@Entity
@Table(schema = "office", name = "person")
public class Person {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String account;
    private String name;
    private long departmentId;
    private @Nullable String passwordHash;
    private @Nullable Long inspectorId;
    private String language;
    private boolean active;
    private boolean demo;
    private int sessionStamp;
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "office", name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    public Person(
            String account,
            String name,
            long departmentId,
            Set<Role> roles,
            @Nullable String passwordHash,
            boolean demo,
            Instant createdAt) {
        this.account = account;
        this.name = name;
        this.departmentId = departmentId;
        this.roles.addAll(roles);
        this.passwordHash = passwordHash;
        this.language = "zh-CN";
        this.active = true;
        this.demo = demo;
        this.createdAt = createdAt;
    }

    /** Another name, body or set of roles. */
    public void change(String newName, long newDepartmentId, Set<Role> newRoles) {
        if (!roles.equals(newRoles) || departmentId != newDepartmentId) {
            sessionStamp++;
        }
        name = newName;
        departmentId = newDepartmentId;
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
    }

    public void disable() {
        active = false;
        sessionStamp++;
    }

    public void enable() {
        active = true;
    }

    /** A new password ends the sessions opened with the old one. */
    public void setPasswordHash(String hash) {
        passwordHash = hash;
        sessionStamp++;
    }

    public void speak(String newLanguage) {
        language = newLanguage;
    }

    /** Names the entry of the inspector directory that is this person. */
    public void inspectAs(@Nullable Long newInspectorId) {
        if (!Objects.equals(inspectorId, newInspectorId)) {
            sessionStamp++;
        }
        inspectorId = newInspectorId;
    }

    /** What the ledger binds of it; what the person is called stays untold, and a password has its own event. */
    public RowContent row() {
        return RowContent.empty()
                .told("account", account)
                .bound("name", name)
                .told("department", departmentId)
                .told("roles", roles)
                .told("inspector", inspectorId)
                .told("active", active);
    }

    public long id() {
        return id;
    }

    public String account() {
        return account;
    }

    public String name() {
        return name;
    }

    public long departmentId() {
        return departmentId;
    }

    public @Nullable String passwordHash() {
        return passwordHash;
    }

    public @Nullable Long inspectorId() {
        return inspectorId;
    }

    public String language() {
        return language;
    }

    public boolean active() {
        return active;
    }

    public boolean demo() {
        return demo;
    }

    public int sessionStamp() {
        return sessionStamp;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public int version() {
        return version;
    }
}
