package org.shuangsuiji.sampling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;

/** One revision of an entry of the item list (随机抽查事项清单); a published revision never changes. */
@Entity
@Table(schema = "sampling", name = "item")
public class Item {

    /** How strictly the share drawn is limited (国市监信〔2019〕38号). */
    public enum Category {
        /** 重点检查事项: no upper limit of the ratio. */
        KEY,
        /** 一般检查事项: the ratio is strictly limited. */
        GENERAL
    }

    /** A way of inspecting (检查方式). */
    public enum Method {
        /** 现场检查 */
        ON_SITE,
        /** 书面检查 */
        WRITTEN,
        /** 网络监测 */
        ONLINE,
        /** 检验检测 */
        TESTING,
        /** 委托专业机构 */
        COMMISSIONED
    }

    /** Only what is published may be inspected: 清单之外无检查. */
    public enum State {
        DRAFT,
        PUBLISHED,
        SUPERSEDED,
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private int revision;

    private long departmentId;
    private String name;

    @Enumerated(EnumType.STRING)
    private Category category;

    private String basis;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> subjectKinds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> methods;

    private String content;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scopes;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable Instant publishedAt;
    private @Nullable String publishedBy;

    @Version
    private int lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Item() {}

    /** Whether it is the same in another revision, or retyped under another code: what is inspected twice for one reason. */
    boolean isSameAs(Item other) {
        return code.equals(other.code) || spelling(name).equals(spelling(other.name));
    }

    private static String spelling(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replace(" ", "");
    }

    /** The first revision of a new entry. */
    Item(ItemTerms terms) {
        this(terms, 1);
    }

    @SuppressWarnings("NullAway.Init")
    private Item(ItemTerms terms, int revision) {
        this.code = terms.code();
        this.revision = revision;
        this.state = State.DRAFT;
        write(terms);
    }

    /** Changes a draft; a revision that was published gets a successor instead, which is returned. */
    Optional<Item> change(ItemTerms terms) {
        if (!terms.code().equals(code)) {
            throw Refusal.invalid("item-code-fixed", code, terms.code());
        }
        if (state == State.DRAFT) {
            write(terms);
            return Optional.empty();
        }
        if (state == State.SUPERSEDED) {
            throw Refusal.conflict("item-not-current", code, revision);
        }
        return Optional.of(new Item(terms, revision + 1));
    }

    void publish(Actor actor, Instant at) {
        if (state != State.DRAFT) {
            throw Refusal.conflict("item-not-draft", code, revision);
        }
        state = State.PUBLISHED;
        publishedAt = at;
        publishedBy = actor.account();
    }

    void supersede() {
        leavePublished(State.SUPERSEDED);
    }

    void withdraw() {
        leavePublished(State.WITHDRAWN);
    }

    private void leavePublished(State next) {
        if (state != State.PUBLISHED) {
            throw Refusal.conflict("item-not-current", code, revision);
        }
        state = next;
    }

    private void write(ItemTerms terms) {
        departmentId = terms.departmentId();
        name = terms.name();
        category = terms.category();
        basis = terms.basis();
        subjectKinds = terms.subjectKinds().stream().map(Enum::name).sorted().toList();
        methods = terms.methods().stream().map(Enum::name).sorted().toList();
        content = terms.content();
        scopes = terms.scopes();
    }

    public ItemTerms terms() {
        return new ItemTerms(
                code,
                departmentId,
                name,
                category,
                basis,
                subjectKinds(),
                methods.stream().map(Method::valueOf).collect(Collectors.toCollection(TreeSet::new)),
                content,
                scopes);
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return terms().row().told("revision", revision).told("state", state);
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public int revision() {
        return revision;
    }

    public long departmentId() {
        return departmentId;
    }

    public String name() {
        return name;
    }

    public Set<SubjectKind> subjectKinds() {
        return subjectKinds.stream().map(SubjectKind::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    public List<String> scopes() {
        return scopes;
    }

    public State state() {
        return state;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<String> publishedBy() {
        return Optional.ofNullable(publishedBy);
    }

    public int lockVersion() {
        return lockVersion;
    }
}
