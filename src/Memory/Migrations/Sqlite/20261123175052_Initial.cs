using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GitAIOps.Memory.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Buttons",
                columns: table => new
                {
                    Token = table.Column<string>(type: "TEXT", nullable: false),
                    Marker = table.Column<string>(type: "TEXT", nullable: false),
                    Conversation = table.Column<string>(type: "TEXT", nullable: false),
                    Choice = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Buttons", x => x.Token);
                });

            migrationBuilder.CreateTable(
                name: "Exchanges",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliveryId = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Room = table.Column<string>(type: "TEXT", nullable: false),
                    Conversation = table.Column<string>(type: "TEXT", nullable: false),
                    Delivery = table.Column<string>(type: "TEXT", nullable: false),
                    Marker = table.Column<string>(type: "TEXT", nullable: false),
                    AcceptedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exchanges", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "GrainStates",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrainStates", x => new { x.Kind, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "MessageCalls",
                columns: table => new
                {
                    Marker = table.Column<string>(type: "TEXT", nullable: false),
                    SavedCall = table.Column<string>(type: "TEXT", nullable: false),
                    Token = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageCalls", x => new { x.Marker, x.SavedCall });
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Marker = table.Column<string>(type: "TEXT", nullable: false),
                    Conversation = table.Column<string>(type: "TEXT", nullable: false),
                    PlatformId = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    Reply = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    IsShown = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Marker);
                });

            migrationBuilder.CreateTable(
                name: "SavedCalls",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ActiveKey = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Proposal = table.Column<string>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", nullable: false),
                    OfferedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PressedBy = table.Column<string>(type: "TEXT", nullable: true),
                    PressedIn = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedFor = table.Column<string>(type: "TEXT", nullable: true),
                    IntentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedCalls", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Exchanges_Channel_Room_Sequence",
                table: "Exchanges",
                columns: new[] { "Channel", "Room", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Exchanges_Conversation_Sequence",
                table: "Exchanges",
                columns: new[] { "Conversation", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Exchanges_DeliveryId",
                table: "Exchanges",
                column: "DeliveryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Exchanges_Done_Channel",
                table: "Exchanges",
                columns: new[] { "Done", "Channel" });

            migrationBuilder.CreateIndex(
                name: "IX_MessageCalls_SavedCall",
                table: "MessageCalls",
                column: "SavedCall");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_IsShown",
                table: "Messages",
                column: "IsShown");

            migrationBuilder.CreateIndex(
                name: "IX_SavedCalls_ActiveKey",
                table: "SavedCalls",
                column: "ActiveKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedCalls_State",
                table: "SavedCalls",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Buttons");

            migrationBuilder.DropTable(
                name: "Exchanges");

            migrationBuilder.DropTable(
                name: "GrainStates");

            migrationBuilder.DropTable(
                name: "MessageCalls");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "SavedCalls");
        }
    }
}
